pragma foreign_keys = on;

create table source (
  id text primary key, title text, author text, publisher text, published text, url text, language text,
  reliability text, sha256 text
);
create table entity (id text primary key, kind text not null, label text, aliases text);
create table claim (
  id text primary key,
  source text not null references source (id),
  subject text not null references entity (id),
  property text, type text, raw text, value text, low text, high text, unit text, qualifier text,
  edtf text, earliest text, latest text,
  stance text not null, modality text not null,
  said_by text, via text references entity (id), -- said_by is an entity, or a word for unnamed people
  as_of text, period text, at text references entity (id),
  quote text not null, line integer, start integer, "end" integer, before text, after text,
  translation text, note text, proof text, address text
);
create index claim_by_subject on claim (subject, property);
create index claim_by_source on claim (source, start);
create table conflict (
  id text primary key, rule text not null, question text, subject text, property text, status text,
  in_words text, reason text
);
create table side (
  conflict text not null references conflict (id), place integer not null, label text, stance text,
  articles integer, publishers integer, witnesses integer,
  primary key (conflict, place)
);
create table side_claim (
  conflict text not null, side integer not null, claim text not null references claim (id),
  primary key (conflict, side, claim),
  foreign key (conflict, side) references side (conflict, place)
);
-- Han characters are indexed in pairs: look for 收购 as "收购", for 收购价 as "收购 购价".
create virtual table claim_search using fts5 (id unindexed, words, tokenize = 'unicode61 remove_diacritics 0');

create view figures_by_source as
select entity.id as figure, entity.label as figure_label, source.publisher, source.published, claim.raw,
  claim.value, claim.unit, claim.qualifier, claim.modality, claim.quote, claim.address, claim.id as claim
from claim join entity on entity.id = claim.subject join source on source.id = claim.source
where entity.kind = 'figure' and claim.value is not null
order by figure, source.published, claim.start;

create view disagreements as
select conflict.id as conflict, conflict.status, conflict.in_words, side.label as side,
  side.articles, side.publishers, source.publisher as said_by, claim.quote, claim.address, claim.id as claim
from conflict
join side on side.conflict = conflict.id
join side_claim on side_claim.conflict = side.conflict and side_claim.side = side.place
join claim on claim.id = side_claim.claim
join source on source.id = claim.source
order by conflict, side.place, source.published, claim.start;

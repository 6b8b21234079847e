"""What the words say: quantities and dates, read in Chinese and English, and compared."""

from build_tools.values.agreement import differing_values
from build_tools.values.arithmetic import Sum, parse_sum, reckon
from build_tools.values.compare import allowed, compare
from build_tools.values.currencies import is_small_money_of, may_be, may_both_be, same_unit
from build_tools.values.date_display import show_date, show_time
from build_tools.values.dates import (
    gives_year,
    in_year,
    is_near,
    named_date,
    parse_date,
    parse_edtf,
    read_dates,
    received_at,
)
from build_tools.values.display import show_quantity
from build_tools.values.grammar.day_parts import are_of_one_part
from build_tools.values.printing import reading_record
from build_tools.values.quantities import as_percent, in_whole_money, parse_quantity
from build_tools.values.reading import read_all, read_quantities, read_values, readings_within
from build_tools.values.units import (
    in_first_unit,
    is_degree_of,
    is_known_unit,
    is_speed_of,
    may_be_unsaid,
    same_dimension,
    unit_named,
)

__all__ = [
    "Sum",
    "allowed",
    "are_of_one_part",
    "as_percent",
    "compare",
    "differing_values",
    "gives_year",
    "in_first_unit",
    "in_whole_money",
    "in_year",
    "is_degree_of",
    "is_known_unit",
    "is_near",
    "is_small_money_of",
    "is_speed_of",
    "may_be",
    "may_be_unsaid",
    "may_both_be",
    "named_date",
    "parse_date",
    "parse_edtf",
    "parse_quantity",
    "parse_sum",
    "read_all",
    "read_dates",
    "read_quantities",
    "read_values",
    "reading_record",
    "readings_within",
    "received_at",
    "reckon",
    "same_dimension",
    "same_unit",
    "show_date",
    "show_quantity",
    "show_time",
    "unit_named",
]

"""What the words say: quantities and dates, read in Chinese and English, and compared."""

from build_tools.values.compare import compare
from build_tools.values.dates import parse_date, parse_edtf, read_dates
from build_tools.values.quantities import parse_quantity
from build_tools.values.reading import read_quantities, read_values

__all__ = [
    "compare",
    "parse_date",
    "parse_edtf",
    "parse_quantity",
    "read_dates",
    "read_quantities",
    "read_values",
]

"""The closed vocabularies of a record, as types: what a field may hold. The finders use them too, without pydantic."""

from __future__ import annotations

from typing import Literal

Comparator = Literal["exact", "more_than", "at_least", "less_than", "at_most", "approx", "range"]
Unit = Literal[
    "count",
    "percent",
    "money_gbp",
    "money",
    "duration_years",
    "duration_months",
    "duration_weeks",
    "duration_days",
    "duration_hours",
    "age",
    "year_group",
    "rank",
    "ratio",
    "year",
    "date",
    "other",
]
OrganisationType = Literal[
    "school",
    "college",
    "university",
    "trust",
    "careers_hub",
    "lep",
    "local_authority",
    "combined_authority",
    "government",
    "nhs",
    "charity",
    "employer",
    "project",
    "other",
]
RegionKind = Literal["country", "region", "county", "city", "town", "borough", "area", "other"]
EnglishRegion = Literal[
    "North East",
    "North West",
    "Yorkshire and The Humber",
    "East Midlands",
    "West Midlands",
    "East of England",
    "London",
    "South East",
    "South West",
]
NomineeKind = Literal["organisation", "person", "project"]
Outcome = Literal["winner", "runner_up", "highly_commended", "commended", "shortlisted", "finalist", "nominated"]
Direction = Literal["up", "down"]
Status = Literal["stated", "target", "negated"]
RegionBasis = Literal["mention", "organisation", "page"]

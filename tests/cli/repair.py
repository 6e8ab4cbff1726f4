"""A journey of which practice has two things to say, where only ids are looked at."""

JOURNEY = "content/journeys/repair.yml"
TEXT = "title: Get a repair\nstatus: reviewed\nstages:\n  - title: Ask\n    steps: [Rings]\n"

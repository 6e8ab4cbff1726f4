"""Contact data and names in quotes."""

import pytest

from journeybook.model import Evidence, Persona
from journeybook.reading import read_file
from tests.portal.portals import journey, step

from .findings import findings, keys


def quoted(code: str, quote: str) -> list[str]:
    return keys(code, journey([step("a", quote=quote)]))


@pytest.mark.parametrize(
    "quote",
    [
        "Write to anna.nowak@mail.example, please",
        "Ring me at +48 601 234 567",
        "+44 (0)20 7946 0018 works",
        "My phone is 0171 555 0134",
        "telefon: 601-234-567",
        "打我手机13812345678",
    ],
)
def test_contact_data(quote: str) -> None:
    assert quoted("JB455", quote) == ["a"]


@pytest.mark.parametrize(
    "quote",
    [
        "I wrote to info@pebblerack.example and to no-reply@x.example",
        "Order 4711-2026-000123",
        "It cost 1 234 567 in 2026, +1 000 000 a year",
        "Telefon w sprawie zamówienia 123456789",
        "I have the phone model 12345678",
        "numer zamówienia 123456789",
        "From 2026-09-14 to 2026-10-01",
        "The number is on the card",
        "@home I am a different person",
        "订单号20261122000123",
        "+20 % in a year",
    ],
)
def test_what_is_no_contact_data(quote: str) -> None:
    assert quoted("JB455", quote) == []


@pytest.mark.parametrize(
    "quote",
    [
        "I always ask for Mrs Aldous",
        "Mr. Müller knows me",
        "My name is Anna and I wait",
        "Nazywam się Jan Kowalski",
        "Dzwoniłam do pani Nowak",
        "Wtedy pani Kowalska odebrała",
        "我的名字叫王芳。",
    ],
)
def test_names(quote: str) -> None:
    assert quoted("JB456", quote) == ["a"]


@pytest.mark.parametrize(
    "quote",
    [
        "Proszę pani, to kolano przeżyje nas oboje",
        "Pani Doktor była miła",
        "Panie Profesorze",
        "Pan mówi, że jutro",
        "She called me by my first name",
        "my name is on the list",
        "My name is Imke",
        "王先生打了电话",
        "我的名字是错的，他们写错了",
        "Wysłałam pani Excela",
        "Mówię do pana Profesora",
        "Misty morning",
    ],
)
def test_what_is_no_name(quote: str) -> None:
    imke = Persona(id="night-nurse", title="Imke, a night nurse")
    assert keys("JB456", imke, journey([step("a", quote=quote)])) == []


def test_quotes_of_personas_and_quoted_lines_of_evidence_are_looked_at_and_no_other_text() -> None:
    persona = Persona(id="ann", title="Ann", quote="Ask Mr Smith")
    talk = Evidence(id="talk", title="Talk", narrative="Mr Jones held it.\n\n> Ask\n> Mrs Smith\n")
    said = Evidence(id="said", title="Said", narrative="Mr Jones held it, +48 601 234 567.")
    assert keys("JB456", persona, talk, said) == ["ann", "talk"]
    assert keys("JB455", said) == []


def test_a_quoted_line_is_found_where_it_stands() -> None:
    text = "---\ntitle: Talk\n---\nFour people.\n\n> Ask\n> Mrs Smith\n\nEnd\n"
    entity = read_file("evidence/talk.md", text).entities[0]
    (found,) = findings("JB456", entity)
    assert (found.span.line, found.span.column, found.span.end_line) == (6, 1, 7)

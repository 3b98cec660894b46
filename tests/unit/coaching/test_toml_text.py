"""The door for TOML: bounded, plain sentences, text as it is typed."""

from __future__ import annotations

import time

import pytest

from coach.coaching.prescription_file import parse_prescription
from coach.coaching.toml_text import read_toml
from coach.domain.errors import ExerciseFileError, InputError

PLAN = 'schema_version = 1\ntitle = "Plan"\n'


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (".".join(["a"] * 20_000) + " = 1", "more than 10 parts"),
        ("[" + ".".join(["a"] * 20_000) + "]", "more than 10 parts"),
        ("a = " + "9" * 5000, "too many digits"),
        ("\na = 0x" + "f" * 4000, "line 2: a has too many digits"),
        ("a = " + "[" * 5000 + "]" * 5000, "nested too deeply"),
        ('a = "x\\u001b[2J"', "control character"),
        ('a = "x\\u0000"', "control character"),
        ('a = "x\\ny"', "line break"),
        ('a = "x\\u202ey"', "direction of writing"),
        ('a = "\\u200b\\u00ad"', "nothing that can be seen"),
        ('"a\\u001b" = 1', "control character"),
    ],
)
def test_what_no_file_needs_is_refused_in_one_plain_sentence(text: str, says: str) -> None:
    with pytest.raises(ExerciseFileError, match=says) as caught:
        read_toml(text, "own.toml")
    assert str(caught.value).isprintable()
    assert len(str(caught.value)) < 250


def test_dots_in_texts_and_comments_are_no_parts_of_a_key() -> None:
    dots = "." * 40
    assert read_toml(f"a = \"{dots}\" # {dots}\nb = '{dots}'", "own.toml")["b"] == dots


@pytest.mark.parametrize("line", ["k{} = 1", "[t{}]"])
def test_many_mistakes_make_a_short_sentence_at_once(line: str) -> None:
    def spent(many: int) -> float:
        text = PLAN + "\n".join(line.format(i) for i in range(many))
        before = time.process_time()
        with pytest.raises(InputError) as caught:
            parse_prescription(text, "own.toml")
        assert f"And {many - 3} more." in str(caught.value)
        assert len(str(caught.value)) < 500
        return time.process_time() - before

    few, many = spent(500), spent(4000)
    assert many < 6.0  # three times the goal of 2 s
    assert many < 30 * max(few, 0.01)  # eight times as many: 64 times the time were quadratic


@pytest.mark.parametrize("value", ["true", "1.0"])
def test_the_version_is_a_whole_number(value: str) -> None:
    with pytest.raises(InputError, match="line 1: schema_version must be 1, a whole number"):
        parse_prescription(PLAN.replace("= 1", f"= {value}"), "own.toml")


def test_a_long_value_is_quoted_shortly() -> None:
    with pytest.raises(InputError) as caught:
        parse_prescription(PLAN + f'affected = "{"x" * 60_000}"', "own.toml")
    assert len(str(caught.value)) < 250


def test_a_key_that_is_called_as_pydantic_calls_keys() -> None:
    with pytest.raises(InputError, match="is not a known key"):
        parse_prescription(PLAN + '"[key]" = 1', "own.toml")

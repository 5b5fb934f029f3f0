"""From bytes to text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgraph.reading.encoding import LineDecoder, decode

CURLY = "“Japan’s claim” – he said – to Kunashir."
CROSSED = "Côte d’Ivoire and São Tomé met. The talks cost €5."


@pytest.mark.parametrize("text", [CURLY, CROSSED, "Łódź", "東京 claims it.", "plain", ""])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_comes_back_whole(text, encoding):
    assert decode(text.encode(encoding)) == text


def test_utf16_of_either_byte_order_is_read():
    assert decode(b"\xfe\xff" + CURLY.encode("utf-16-be")) == CURLY
    assert decode(b"\xff\xfe" + CURLY.encode("utf-16-le")) == CURLY


@pytest.mark.parametrize("text", [CURLY, CROSSED, "The São Tomé claim."])
def test_windows_english_is_read(text):
    assert decode(text.encode("cp1252")) == text


def test_windows_russian_is_read_as_russian():
    text = "Россия и Япония спорят об островах, сказал министр иностранных дел."
    assert decode(text.encode("cp1251")) == text


def test_declared_encoding_comes_before_a_guess():
    text = "Łódź and Gdańsk"
    assert decode(text.encode("iso8859-2"), declared="iso-8859-2") == text


@pytest.mark.parametrize("declared", ["no-such-codec", "rot13", "base64", "ascii"])
def test_useless_declaration_is_passed_over(declared):
    assert decode(CURLY.encode("cp1252"), declared=declared) == CURLY


def test_a_few_bad_bytes_cost_themselves_alone():
    """Not all of a text turns into "â€œ" because it was cut off within a character."""
    assert decode(CURLY.encode() + "é".encode()[:1]) == CURLY + "\N{REPLACEMENT CHARACTER}"


def test_bytes_without_meaning_are_none():
    assert decode(bytes(range(128, 256)) * 3) is None


def test_lines_of_one_file_share_their_encoding():
    decoder = LineDecoder()
    assert decoder.decode(CURLY.encode("cp1252")) == CURLY
    assert decoder.decode(b"S\xe3o Tom\xe9") == "São Tomé"
    assert decoder.decode("Łódź".encode()) == "Łódź"


@given(st.binary())
def test_any_bytes_give_text_that_can_be_written_or_none(data):
    text = decode(data)
    assert text is None or text.encode("utf-8").decode("utf-8") == text

"""From bytes to text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgraph.reading.encoding import Decoded, LineDecoder, decode

CURLY = "“Japan’s claim” – he said – to Kunashir."
CROSSED = "Côte d’Ivoire and São Tomé met. The talks cost €5."


@pytest.mark.parametrize("text", [CURLY, CROSSED, "Łódź", "東京 claims it.", "plain", ""])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_comes_back_whole(text, encoding):
    assert decode(text.encode(encoding)) == Decoded(text)


def test_utf16_of_either_byte_order_is_read():
    assert decode(b"\xfe\xff" + CURLY.encode("utf-16-be")) == Decoded(CURLY)
    assert decode(b"\xff\xfe" + CURLY.encode("utf-16-le")) == Decoded(CURLY)


@pytest.mark.parametrize("text", [CURLY, CROSSED, "The São Tomé claim."])
def test_windows_english_is_read_with_a_doubt(text):
    doubt = "not UTF-8: read as cp1252; where its letters come out wrong, save it as UTF-8"
    assert decode(text.encode("cp1252")) == Decoded(text, doubt)


def test_windows_russian_is_read_as_russian():
    text = "Россия и Япония спорят об островах, сказал министр иностранных дел."
    decoded = decode(text.encode("cp1251"))
    assert decoded.text == text
    assert decoded.doubt.startswith("not UTF-8: read as cp1251; ")


def test_stray_bytes_are_no_secret():
    decoded = decode(b"The text \xff\xfe\x80\x81 says: Japan claims Iturup.")
    assert decoded.text.endswith(" says: Japan claims Iturup.")
    assert decoded.doubt.startswith("not UTF-8: read as ")


def test_declared_encoding_comes_before_a_guess():
    text = "Łódź and Gdańsk"
    assert decode(text.encode("iso8859-2"), declared="iso-8859-2") == Decoded(text)


@pytest.mark.parametrize("declared", ["no-such-codec", "rot13", "base64", "ascii"])
def test_useless_declaration_is_passed_over(declared):
    assert decode(CURLY.encode("cp1252"), declared=declared).text == CURLY


def test_a_few_bad_bytes_cost_themselves_alone():
    """Not all of a text turns into "â€œ" because it was cut off within a character."""
    decoded = decode(CURLY.encode() + "é".encode()[:1])
    assert decoded.text == CURLY + "\N{REPLACEMENT CHARACTER}"
    assert decoded.doubt.startswith("damaged UTF-8: ")


def test_half_a_character_of_utf16_is_a_doubt():
    decoded = decode(CURLY.encode("utf-16") + b"x")
    assert decoded.text == CURLY + "\N{REPLACEMENT CHARACTER}"
    assert decoded.doubt.startswith("damaged UTF-16: ")


def test_bytes_without_meaning_are_none():
    assert decode(bytes(range(128, 256)) * 3) is None


def test_lines_of_one_file_share_their_encoding():
    decoder = LineDecoder()
    first = decoder.decode(CURLY.encode("cp1252"))
    assert first.text == CURLY
    assert first.doubt.startswith("not UTF-8: such lines are read as cp1252; ")
    assert decoder.decode(b"S\xe3o Tom\xe9") == Decoded("São Tomé")
    assert decoder.decode("Łódź".encode()) == Decoded("Łódź")


def test_a_line_with_bad_bytes_has_its_own_doubt():
    decoder = LineDecoder()
    decoder.decode(CURLY.encode("cp1252"))
    assert decoder.decode(CURLY.encode() + b"\xff").doubt.startswith("damaged UTF-8: ")


@given(st.binary())
def test_any_bytes_give_text_that_can_be_written_or_none(data):
    decoded = decode(data)
    assert decoded is None or decoded.text.encode("utf-8").decode("utf-8") == decoded.text

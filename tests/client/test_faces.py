"""Faces have names that can be heard; whatever has none stands for itself."""

from goodpath_client.faces import FACES, face_named, face_words


def test_a_name_and_its_signs_lead_to_each_other_and_other_signs_to_themselves() -> None:
    assert (face_named("Cat"), face_words("=^.^=")) == ("=^.^=", "cat")
    assert (face_named("(¬_¬)"), face_words("(¬_¬)")) == ("(¬_¬)", "(¬_¬)")
    assert all(face_words(face_named(name)) == name for name in FACES)

"""Back and forward through the places jumped from."""

from __future__ import annotations

from tui.trail import LIMIT, Place, Trail

A, B, C = Place(0, 1), Place(0, 50), Place(1, 7)


def test_back_and_forward_retrace_the_jumps() -> None:
    trail = Trail().jump_from(A).jump_from(B)
    back = trail.back(C)
    assert back is not None
    place, trail = back
    assert place == B
    forward = trail.forward(place)
    assert forward is not None
    assert forward[0] == C


def test_a_new_jump_forgets_what_lay_ahead() -> None:
    back = Trail().jump_from(A).back(B)
    assert back is not None
    assert back[1].jump_from(C).forward(A) is None


def test_the_same_place_is_remembered_once() -> None:
    assert Trail().jump_from(A).jump_from(A).behind == (A,)


def test_the_ends_lead_nowhere() -> None:
    assert Trail().back(A) is None
    assert Trail().forward(A) is None


def test_the_trail_is_bounded() -> None:
    trail = Trail()
    for offset in range(LIMIT + 10):
        trail = trail.jump_from(Place(0, offset))
    assert len(trail.behind) == LIMIT
    assert trail.behind[-1] == Place(0, LIMIT + 9)

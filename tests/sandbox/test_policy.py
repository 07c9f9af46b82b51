from dataclasses import fields

from scripts.sandbox.policy import MIB, Limits, Policy, from_json


def test_a_policy_comes_back_from_its_one_argument() -> None:
    policy = Policy(
        argv=["python", "a b.py"],
        cwd="/tmp/ü",
        env={"A": "1"},
        readable=["/a"],
        writable=["/b"],
        timeout=1.5,
        hang=True,
        isolation=["files"],
        as_user=False,
        limits=Limits(processes=3, memory=MIB),
    )
    assert from_json(policy.to_json()) == policy


def test_every_limit_is_a_bound() -> None:
    assert all(getattr(Limits(), limit.name) > 0 for limit in fields(Limits))

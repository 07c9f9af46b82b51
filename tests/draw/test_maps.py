from scripts.draw.maps import Region, blocks, regions
from tests.draw.telling import SAMPLES

MAPS = (SAMPLES / "two_threads.maps").read_text(encoding="utf-8")


def test_lines_are_found_within_other_output() -> None:
    text = "before\n00400000-00401000 r-xp 00000000 08:01 12   /bin/a file\nafter"
    assert regions(text) == [Region(0x400000, 0x401000, "r-xp", "/bin/a file")]


def test_an_address_space_in_groups() -> None:
    assert [block.name for block in blocks(regions(MAPS))] == [
        "the program",
        "heap",
        "malloc’s arena",
        "stack of a thread",
        "malloc’s arena",
        "stack of a thread",
        "unnamed memory",
        "libraries, files and unnamed memory",
        "pages of the kernel",
        "libraries",
        "main thread’s stack",
    ]


def test_nothing_is_lost() -> None:
    found = regions(MAPS)
    assert [region for block in blocks(found) for region in block.regions] == found


def test_a_guard_belongs_to_its_stack() -> None:
    stacks = [block for block in blocks(regions(MAPS)) if block.kinds[0] == "thread"]
    assert [block.closed for block in stacks] == [4096, 4096]
    assert all(block.of_one_thread for block in stacks)


def test_memory_that_processes_share() -> None:
    text = "7f0000000000-7f0000001000 rw-s 00000000 00:01 12 /dev/shm/psm_1\n"
    assert [block.name for block in blocks(regions(text))] == ["shared memory"]

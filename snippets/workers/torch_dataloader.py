# /// script
# requires-python = ">=3.11"
# dependencies = ["torch==2.13.0", "numpy==2.4.6"]
# [tool.interleave]
# on = ["3.11"]
# heavy = true
# timeout = 120
# runs = 3
# needs = ["linux"]
# facts.default = 'by default: (\d+)'
# facts.main = 'main is (\d+)'
# facts.makers_0 = '^0 workers.* made by (.+)'
# facts.makers_2 = '^2 workers.* made by (\w+ \w+)$'
# facts.makers_4 = '^4 workers.* made by (\w+ \w+ \w+ \w+)$'
# facts.seen = ['workers: +(\d+) items']
# facts.reads = ['read (\d+) in main']
# claims = [
#   "default == 0 and makers_0 == 'main'",
#   "'main' not in makers_2 and 'main' not in makers_4",
#   "seen == [128, 128, 128] and reads == [128, 0, 0]",
# ]
# ///
"""PyTorch's DataLoader; prints which process made the batches."""

import os

from torch.utils.data import DataLoader, Dataset


class Numbers(Dataset):
    reads = 0

    def __len__(self):
        return 128

    def __getitem__(self, i):
        self.reads += 1
        return i, os.getpid()


if __name__ == "__main__":
    print("num_workers by default:", DataLoader(Numbers()).num_workers)
    print("main is", os.getpid())
    for num_workers in 0, 2, 4:
        dataset = Numbers()
        loader = DataLoader(
            dataset,
            batch_size=32,
            num_workers=num_workers,
            shuffle=True,
        )
        items, makers = [], set()
        for numbers, pids in loader:
            items += numbers.tolist()
            makers |= set(pids.tolist())
        who = ["main" if p == os.getpid() else p for p in makers]
        print(
            num_workers, "workers:", len(set(items)), "items,", end=" "
        )
        print(f"read {dataset.reads} in main, made by", *who)

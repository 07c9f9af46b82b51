# /// script
# requires-python = ">=3.11"
# dependencies = ["torch==2.13.0", "numpy==2.4.6"]
# [tool.interleave]
# on = ["3.11"]
# heavy = true
# timeout = 120
# runs = 3
# needs = ["linux"]
# facts.batches = ['^batch (\d+)']
# facts.kind = 'main got a (\w+)'
# facts.process = 'in DataLoader worker process (\d)'
# claims = [
#   "kind == 'ValueError' and process == 1 and batches == [0]",
# ]
# ///
"""An exception in a DataLoader's worker arrives in main."""

from torch.utils.data import DataLoader, Dataset


class Pictures(Dataset):
    def __len__(self):
        return 8

    def __getitem__(self, i):
        if i == 3:
            raise ValueError("picture 3 is damaged")
        return i


if __name__ == "__main__":
    loader = DataLoader(Pictures(), batch_size=2, num_workers=2)
    try:
        for number, batch in enumerate(loader):
            print("batch", number, batch.tolist())
    except ValueError as error:
        print("main got a ValueError:", error)

"""Many snapshots in one go: the extract files of a folder, checked all, then stored one by one."""

#!/bin/sh
# One task of the array: its part of the contract, with reports in a folder of its own. Each that ends
# in time is a success for Slurm; the verdict is that of `accord merge`.
exec "$CONTRACT" --shard auto --url "$URL" --jobs 1 --seed 1 \
  --reports "$REPORTS/shard-$SLURM_ARRAY_TASK_ID"

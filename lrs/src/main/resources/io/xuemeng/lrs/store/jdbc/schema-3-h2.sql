-- Version 3 for H2, whose statements can be run again: how often statements were deleted, for those who remember what they said.
ALTER TABLE xm_clock ADD COLUMN IF NOT EXISTS deletions BIGINT DEFAULT 0 NOT NULL;

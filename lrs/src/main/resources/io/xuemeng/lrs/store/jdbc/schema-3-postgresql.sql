-- Version 3 for PostgreSQL: how often statements were deleted, for those who remember what they said.
ALTER TABLE xm_clock ADD COLUMN deletions BIGINT DEFAULT 0 NOT NULL;

-- Version 2 for H2, whose statements can be run again: why something was deleted.
ALTER TABLE xm_audit ADD COLUMN IF NOT EXISTS reason CHARACTER VARYING(1000);

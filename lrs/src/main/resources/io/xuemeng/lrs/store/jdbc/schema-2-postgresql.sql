-- Version 2 for PostgreSQL: why something was deleted.
ALTER TABLE xm_audit ADD COLUMN reason VARCHAR(1000);

-- Version 1 for H2. Statements are told apart by ";" at the end of a line. Each is a transaction of its own, so all of them can be
-- run again.

-- One row. Who writes statements locks it first: it is the queue of the writers, and the clock they share.
CREATE TABLE IF NOT EXISTS xm_clock (
    id INTEGER PRIMARY KEY,
    last_stored BIGINT NOT NULL,
    counter BIGINT NOT NULL
);
INSERT INTO xm_clock SELECT 1, 0, 0 WHERE NOT EXISTS (SELECT * FROM xm_clock);

-- H2 rewrites every page that a transaction touches. Indexes begin with the bucket, which holds 16,384 statements that were
-- stored one after the other, so that new entries of any index fall into few pages; who reads goes from bucket to bucket.
CREATE TABLE IF NOT EXISTS xm_bucket (
    bucket INTEGER PRIMARY KEY,
    first_stored BIGINT NOT NULL,
    -- Whether a row of it has direct links; most have none, and then there is nothing to look for.
    direct BOOLEAN NOT NULL
);

-- One row for a statement, where row_id = stored (microseconds since 1970), and one more for each statement that it refers to,
-- with the keys of that one, a negative row_id and no json: so that filters find it as the standard says.
CREATE TABLE IF NOT EXISTS xm_statement (
    row_id BIGINT PRIMARY KEY,
    stored BIGINT NOT NULL,
    bucket INTEGER NOT NULL,
    id UUID,
    verb UUID NOT NULL,
    actor UUID,
    activity UUID,
    registration UUID,
    authority UUID,
    voided BOOLEAN NOT NULL,
    links BINARY VARYING(1000000) NOT NULL,
    json BINARY VARYING(1000000),
    large BLOB
);
CREATE UNIQUE INDEX IF NOT EXISTS xm_statement_id ON xm_statement (id);
-- With what is tested most behind what orders them: H2 then tells from the index alone, without reading a row, whether it is wanted.
CREATE INDEX IF NOT EXISTS xm_statement_verb ON xm_statement (bucket, verb, stored, voided);
CREATE INDEX IF NOT EXISTS xm_statement_actor ON xm_statement (bucket, actor, stored, voided, verb);
CREATE INDEX IF NOT EXISTS xm_statement_activity ON xm_statement (bucket, activity, stored, voided, verb);
CREATE INDEX IF NOT EXISTS xm_statement_registration ON xm_statement (bucket, registration, stored, voided, verb);
CREATE INDEX IF NOT EXISTS xm_statement_authority ON xm_statement (bucket, authority, stored, voided, verb);

-- The latest statements, without indexes, in the form of xm_statement: they move there together, up to 4,096 of them, and until then
-- the process that wrote them has what it needs to find them in memory.
CREATE TABLE IF NOT EXISTS xm_recent (
    row_id BIGINT PRIMARY KEY,
    stored BIGINT NOT NULL,
    bucket INTEGER NOT NULL,
    id UUID,
    verb UUID NOT NULL,
    actor UUID,
    activity UUID,
    registration UUID,
    authority UUID,
    voided BOOLEAN NOT NULL,
    links BINARY VARYING(1000000) NOT NULL,
    json BINARY VARYING(1000000),
    large BLOB
);

-- Further agents and activities of a row. "direct" are those that the filter agent finds.
CREATE TABLE IF NOT EXISTS xm_link (
    bucket INTEGER NOT NULL,
    link UUID NOT NULL,
    stored BIGINT NOT NULL,
    row_id BIGINT NOT NULL,
    direct BOOLEAN NOT NULL,
    PRIMARY KEY (bucket, link, stored, row_id)
);

-- Statements whose object is a statement.
CREATE TABLE IF NOT EXISTS xm_reference (
    target UUID NOT NULL,
    row_id BIGINT NOT NULL,
    voiding BOOLEAN NOT NULL,
    PRIMARY KEY (target, row_id)
);
CREATE UNIQUE INDEX IF NOT EXISTS xm_reference_row ON xm_reference (row_id);

-- The further rows of statements that refer to others: the owner's row_id, the further row, and whose keys it has.
CREATE TABLE IF NOT EXISTS xm_alias (
    owner BIGINT NOT NULL,
    source BIGINT NOT NULL,
    row_id BIGINT NOT NULL,
    PRIMARY KEY (owner, source)
);
CREATE INDEX IF NOT EXISTS xm_alias_source ON xm_alias (source);

CREATE TABLE IF NOT EXISTS xm_attachment (
    sha2 VARCHAR(128) PRIMARY KEY,
    length BIGINT NOT NULL
);
CREATE TABLE IF NOT EXISTS xm_attachment_piece (
    sha2 VARCHAR(128) NOT NULL,
    piece INTEGER NOT NULL,
    content BINARY VARYING(1000000) NOT NULL,
    PRIMARY KEY (sha2, piece)
);
CREATE TABLE IF NOT EXISTS xm_attachment_use (
    sha2 VARCHAR(128) NOT NULL,
    row_id BIGINT NOT NULL,
    PRIMARY KEY (sha2, row_id)
);
CREATE INDEX IF NOT EXISTS xm_attachment_use_row ON xm_attachment_use (row_id);

-- What statements said about activities, and what it comes to.
CREATE TABLE IF NOT EXISTS xm_activity (
    activity UUID PRIMARY KEY,
    definition BLOB NOT NULL
);
CREATE TABLE IF NOT EXISTS xm_activity_source (
    activity UUID NOT NULL,
    row_id BIGINT NOT NULL,
    definition BLOB NOT NULL,
    PRIMARY KEY (activity, row_id)
);
CREATE INDEX IF NOT EXISTS xm_activity_source_row ON xm_activity_source (row_id);

CREATE TABLE IF NOT EXISTS xm_document (
    document UUID PRIMARY KEY,
    kind INTEGER NOT NULL,
    activity UUID,
    agent UUID,
    registration UUID,
    name CHARACTER VARYING NOT NULL,
    content_type CHARACTER VARYING NOT NULL,
    etag VARCHAR(40) NOT NULL,
    updated BIGINT NOT NULL,
    content BLOB NOT NULL
);
CREATE INDEX IF NOT EXISTS xm_document_agent ON xm_document (agent, activity);
CREATE INDEX IF NOT EXISTS xm_document_activity ON xm_document (activity, kind);
CREATE INDEX IF NOT EXISTS xm_document_updated ON xm_document (updated);

CREATE TABLE IF NOT EXISTS xm_audit (
    id BIGINT PRIMARY KEY,
    at BIGINT NOT NULL,
    kind VARCHAR(20) NOT NULL,
    subject VARCHAR(80) NOT NULL,
    statements BIGINT NOT NULL,
    documents BIGINT NOT NULL,
    attachments BIGINT NOT NULL
);

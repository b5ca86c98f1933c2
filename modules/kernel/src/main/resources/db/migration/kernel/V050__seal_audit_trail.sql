ALTER TABLE kernel_audit_entry
  ADD COLUMN stamp VARBINARY(32) NULL COMMENT 'HMAC-SHA256 under a key of the key store: the exchange itself wrote it; NULL in entries from before there were stamps';

CREATE TABLE kernel_seal (
  seal_number BIGINT NOT NULL COMMENT 'from 1 without a gap',
  statement   VARCHAR(2000) NOT NULL COMMENT 'what is signed: lines of name and value, with the hash of the seal before',
  signer      VARCHAR(40) ${ascii} NOT NULL COMMENT 'alias in the key store',
  signature   VARBINARY(200) NOT NULL COMMENT 'ECDSA with SHA-256 over the statement, DER',
  PRIMARY KEY (seal_number)
);

CREATE TABLE kernel_sealed_entry (
  entry_id    CHAR(36) ${ascii} NOT NULL,
  seal_number BIGINT NOT NULL,
  hash        VARBINARY(32) NOT NULL COMMENT 'SHA-256 of the entry as it was sealed',
  subject     VARCHAR(64) NOT NULL COMMENT 'of the entry; here, because its index costs no request anything',
  PRIMARY KEY (entry_id)
);
CREATE INDEX kernel_sealed_entry_subject ON kernel_sealed_entry (subject, entry_id);
CREATE INDEX kernel_sealed_entry_seal ON kernel_sealed_entry (seal_number, entry_id);

CREATE TABLE kernel_seal_head (
  id            INT NOT NULL COMMENT '1; whoever holds its lock seals',
  last_number   BIGINT NOT NULL,
  last_hash     VARCHAR(64) ${ascii} NOT NULL COMMENT 'SHA-256 of the last statement',
  newest_id     VARCHAR(36) ${ascii} NOT NULL COMMENT 'the newest entry of ours that is sealed',
  sealed        BIGINT NOT NULL COMMENT 'entries in all seals',
  taking_over   BOOLEAN NOT NULL COMMENT 'so far there were only entries from before there were stamps',
  looked_far_at DATETIME(6) NULL COMMENT 'UTC; when entries that were committed late were looked for last',
  PRIMARY KEY (id)
);
INSERT INTO kernel_seal_head VALUES (1, 0, '', '', 0, TRUE, NULL);

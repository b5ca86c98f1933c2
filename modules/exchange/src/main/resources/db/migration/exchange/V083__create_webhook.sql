CREATE TABLE exchange_webhook (
  id            CHAR(36) ${ascii} NOT NULL,
  office        CHAR(10) ${ascii} NOT NULL,
  url           VARCHAR(500) ${ascii} NOT NULL,
  secret        VARBINARY(400) NOT NULL COMMENT 'signs what is told; sealed by the vault',
  status        VARCHAR(10) ${ascii} NOT NULL COMMENT 'ACTIVE, STOPPED',
  made_by       VARCHAR(64) NOT NULL,
  made_at       DATETIME(6) NOT NULL COMMENT 'UTC',
  told_number   BIGINT NOT NULL COMMENT 'of the office''s mailbox; what came later is not told yet',
  next_at       DATETIME(6) NOT NULL COMMENT 'UTC; not tried before, or a node is at it until then',
  tries         INT NOT NULL COMMENT 'failed ones since the last that went well',
  failing_since DATETIME(6) NULL COMMENT 'UTC',
  last_at       DATETIME(6) NULL COMMENT 'UTC; the last try',
  last_outcome  VARCHAR(20) ${ascii} NOT NULL COMMENT 'what became of it: an HTTP status, or a word',
  version       BIGINT NOT NULL,
  PRIMARY KEY (id)
);
CREATE INDEX exchange_webhook_office ON exchange_webhook (office, id);
CREATE INDEX exchange_webhook_next ON exchange_webhook (status, next_at);

CREATE TABLE exchange_transmission (
  id                CHAR(36) ${ascii} NOT NULL,
  sender            CHAR(10) ${ascii} NOT NULL,
  sender_kind       VARCHAR(2) ${ascii} NOT NULL COMMENT 'empty in the older edition',
  recipient         CHAR(10) ${ascii} NOT NULL,
  recipient_kind    VARCHAR(2) ${ascii} NOT NULL COMMENT 'empty in the older edition',
  inbox_number      BIGINT NOT NULL COMMENT 'from the counter of the recipient''s mailbox',
  status            VARCHAR(16) ${ascii} NOT NULL,
  unit              VARCHAR(4) ${ascii} NOT NULL,
  kind              VARCHAR(8) ${ascii} NOT NULL,
  service_month     VARCHAR(6) ${ascii} NOT NULL COMMENT 'empty where the unit has none',
  sequence_number   CHAR(14) ${ascii} NOT NULL,
  csv_version       VARCHAR(6) ${ascii} NOT NULL,
  content_hash      CHAR(64) ${ascii} NOT NULL COMMENT 'SHA-256 of the manifest',
  people            INT NOT NULL,
  file_count        INT NOT NULL,
  total_bytes       BIGINT NOT NULL,
  sent_at           DATETIME(6) NOT NULL COMMENT 'UTC',
  received_at       DATETIME(6) NULL COMMENT 'UTC',
  downloaded_at     DATETIME(6) NULL COMMENT 'UTC',
  withdrawn_at      DATETIME(6) NULL COMMENT 'UTC',
  withdrawal_reason VARCHAR(500) NULL,
  sent_despite      VARCHAR(500) NULL COMMENT 'why findings of grade error were sent knowingly',
  receipt_number    CHAR(20) ${ascii} NOT NULL,
  version           BIGINT NOT NULL,
  PRIMARY KEY (id)
);
CREATE UNIQUE INDEX exchange_transmission_inbox ON exchange_transmission (recipient, inbox_number);
CREATE INDEX exchange_transmission_unread ON exchange_transmission (recipient, status, inbox_number);
CREATE INDEX exchange_transmission_sent ON exchange_transmission (sender, sent_at, id);
CREATE INDEX exchange_transmission_waiting ON exchange_transmission (sender, status, sent_at);
CREATE INDEX exchange_transmission_content ON exchange_transmission (sender, content_hash);

CREATE TABLE exchange_file (
  transmission_id CHAR(36) ${ascii} NOT NULL,
  position_number INT NOT NULL COMMENT 'order of the manifest, from 0',
  name            VARCHAR(120) NOT NULL,
  record_type     VARCHAR(16) ${ascii} NOT NULL,
  byte_count      BIGINT NOT NULL,
  record_count    INT NOT NULL,
  sha256          CHAR(64) ${ascii} NOT NULL,
  downloaded_at   DATETIME(6) NULL COMMENT 'UTC; first download by the recipient',
  PRIMARY KEY (transmission_id, position_number)
);

CREATE TABLE exchange_content (
  transmission_id CHAR(36) ${ascii} NOT NULL,
  master_key      VARCHAR(40) ${ascii} NOT NULL COMMENT 'alias of the key that wraps data_key',
  data_key        VARBINARY(64) NOT NULL COMMENT 'AES-256 key, wrapped (RFC 3394)',
  body            LONGBLOB NOT NULL COMMENT 'nonce + AES-256-GCM of the deflated files in manifest order',
  PRIMARY KEY (transmission_id)
);

CREATE TABLE exchange_receipt (
  transmission_id  CHAR(36) ${ascii} NOT NULL,
  cms              LONGBLOB NOT NULL COMMENT 'CMS SignedData, DER',
  office_signature LONGBLOB NULL COMMENT 'detached CMS over the manifest, DER',
  PRIMARY KEY (transmission_id)
);

CREATE TABLE exchange_event (
  office          CHAR(10) ${ascii} NOT NULL COMMENT 'who is told',
  event_number    BIGINT NOT NULL COMMENT 'from the counter of that office''s mailbox',
  transmission_id CHAR(36) ${ascii} NOT NULL,
  reached         VARCHAR(16) ${ascii} NOT NULL,
  occurred_at     DATETIME(6) NOT NULL COMMENT 'UTC',
  acted_by_office CHAR(10) ${ascii} NOT NULL,
  acted_by        VARCHAR(64) NOT NULL,
  message         VARCHAR(500) NOT NULL,
  PRIMARY KEY (office, event_number)
);
CREATE INDEX exchange_event_transmission ON exchange_event (transmission_id);

CREATE TABLE exchange_mailbox (
  office      CHAR(10) ${ascii} NOT NULL,
  last_number BIGINT NOT NULL,
  PRIMARY KEY (office)
);

CREATE TABLE exchange_finding (
  transmission_id CHAR(36) ${ascii} NOT NULL,
  position_number INT NOT NULL,
  file_name       VARCHAR(120) NOT NULL,
  line_number     INT NULL,
  column_number   INT NULL,
  column_name     VARCHAR(100) NULL,
  code            VARCHAR(12) ${ascii} NOT NULL,
  severity        VARCHAR(8) ${ascii} NOT NULL,
  message         VARCHAR(500) NOT NULL,
  remedy          VARCHAR(500) NOT NULL,
  PRIMARY KEY (transmission_id, position_number)
);

CREATE TABLE support_inquiry (
  id             CHAR(36) ${ascii} NOT NULL,
  inquiry_number CHAR(8) ${ascii} NOT NULL COMMENT 'what is read out on the telephone',
  code_hash      CHAR(64) ${ascii} NOT NULL COMMENT 'SHA-256 of number and code',
  status         VARCHAR(12) ${ascii} NOT NULL COMMENT 'DRAFT, RECEIVED, HELD, ANSWERED, CLOSED',
  kind           VARCHAR(12) ${ascii} NOT NULL COMMENT 'what it is about',
  office         VARCHAR(10) ${ascii} NOT NULL COMMENT 'who was signed in when it was sent; empty: nobody',
  content        LONGBLOB NOT NULL COMMENT 'sealed JSON',
  touched_at     DATETIME(6) NOT NULL COMMENT 'UTC; of a draft: when it was last saved',
  received_at    DATETIME(6) NULL COMMENT 'UTC; NULL as long as it is a draft',
  answered_at    DATETIME(6) NULL COMMENT 'UTC',
  version        BIGINT NOT NULL,
  PRIMARY KEY (id)
);
CREATE UNIQUE INDEX support_inquiry_number ON support_inquiry (inquiry_number);
CREATE INDEX support_inquiry_office ON support_inquiry (office, received_at);
CREATE INDEX support_inquiry_touched ON support_inquiry (status, touched_at);
CREATE INDEX support_inquiry_received ON support_inquiry (received_at);

CREATE TABLE support_inquiry_picture (
  inquiry_id CHAR(36) ${ascii} NOT NULL,
  position   INT NOT NULL,
  media      VARCHAR(20) ${ascii} NOT NULL COMMENT 'as its first bytes say',
  bytes      INT NOT NULL,
  laid_at    DATETIME(6) NOT NULL COMMENT 'UTC',
  content    LONGBLOB NOT NULL COMMENT 'sealed',
  PRIMARY KEY (inquiry_id, position)
);
CREATE INDEX support_inquiry_picture_laid ON support_inquiry_picture (laid_at);

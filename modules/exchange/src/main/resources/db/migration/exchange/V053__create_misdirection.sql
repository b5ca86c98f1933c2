ALTER TABLE exchange_transmission ADD COLUMN frozen_at DATETIME(6) NULL COMMENT 'UTC; reported as sent to the wrong office: nobody opens the content';
ALTER TABLE exchange_transmission ADD COLUMN erased_at DATETIME(6) NULL COMMENT 'UTC; sent to the wrong office: closed to the recipient for ever';

-- 誤送信: what was done about a transmission that came to the wrong office.
CREATE TABLE exchange_misdirection (
  id                 CHAR(36) ${ascii} NOT NULL,
  transmission_id    CHAR(36) ${ascii} NOT NULL,
  words              VARCHAR(500) NOT NULL COMMENT 'what happened; both sides see it',
  reported_at        DATETIME(6) NOT NULL COMMENT 'UTC',
  reported_by_office CHAR(10) ${ascii} NOT NULL,
  reported_by        VARCHAR(64) NOT NULL,
  asked_at           DATETIME(6) NULL COMMENT 'UTC; the sender asked for the deletion',
  asked_by           VARCHAR(64) NOT NULL,
  confirmed_at       DATETIME(6) NULL COMMENT 'UTC; the recipient says that its copies are deleted',
  confirmed_by       VARCHAR(64) NOT NULL,
  confirmed_words    VARCHAR(500) NOT NULL COMMENT 'what the recipient deleted',
  settled_at         DATETIME(6) NULL COMMENT 'UTC',
  settled_by         VARCHAR(64) NOT NULL,
  outcome            VARCHAR(8) ${ascii} NOT NULL COMMENT 'LIFTED or ERASED; empty until it is settled',
  version            BIGINT NOT NULL,
  PRIMARY KEY (id)
);
CREATE INDEX exchange_misdirection_transmission ON exchange_misdirection (transmission_id, reported_at);

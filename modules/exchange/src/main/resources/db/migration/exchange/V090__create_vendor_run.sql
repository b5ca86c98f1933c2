-- ベンダ試験: what a maker of care software works through; the files themselves are kept nowhere.
CREATE TABLE exchange_vendor_run (
  id              CHAR(36) ${ascii} NOT NULL,
  code_hash       CHAR(64) ${ascii} NOT NULL COMMENT 'SHA-256 of the code in the link that was mailed last',
  product         VARCHAR(100) NOT NULL,
  product_version VARCHAR(60) NOT NULL,
  maker           VARCHAR(100) NOT NULL,
  mail            VARCHAR(254) NOT NULL,
  status          VARCHAR(10) ${ascii} NOT NULL COMMENT 'OPEN, SUBMITTED, PUBLISHED',
  remark          VARCHAR(500) NOT NULL COMMENT 'of the operator who sent it back',
  begun_at        DATETIME(6) NOT NULL COMMENT 'UTC',
  changed_at      DATETIME(6) NOT NULL COMMENT 'UTC',
  published_at    DATETIME(6) NULL COMMENT 'UTC',
  version         BIGINT NOT NULL,
  PRIMARY KEY (id)
);
CREATE UNIQUE INDEX exchange_vendor_run_code ON exchange_vendor_run (code_hash);
CREATE INDEX exchange_vendor_run_status ON exchange_vendor_run (status, id);
CREATE INDEX exchange_vendor_run_mail ON exchange_vendor_run (mail, id);
CREATE INDEX exchange_vendor_run_changed ON exchange_vendor_run (changed_at);
CREATE TABLE exchange_vendor_step (
  id        VARCHAR(48) ${ascii} NOT NULL COMMENT 'run and part',
  run_id    CHAR(36) ${ascii} NOT NULL,
  part      VARCHAR(8) ${ascii} NOT NULL COMMENT 'D1-OUT and so on',
  tries     INT NOT NULL,
  tried_at  DATETIME(6) NOT NULL COMMENT 'UTC',
  passed_at DATETIME(6) NULL COMMENT 'UTC; NULL until it is passed',
  version   BIGINT NOT NULL,
  PRIMARY KEY (id)
);
CREATE INDEX exchange_vendor_step_run ON exchange_vendor_step (run_id, part);

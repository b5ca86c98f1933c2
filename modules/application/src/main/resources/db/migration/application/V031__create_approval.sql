CREATE TABLE application_approval (
  id          CHAR(36) ${ascii} NOT NULL,
  action      VARCHAR(40) ${ascii} NOT NULL,
  office      VARCHAR(10) ${ascii} NOT NULL COMMENT 'empty where none is concerned',
  subject     VARCHAR(64) NOT NULL,
  reason      VARCHAR(500) NOT NULL,
  proposed_by VARCHAR(64) ${ascii} NOT NULL,
  proposed_at DATETIME(6) NOT NULL COMMENT 'UTC',
  expires_at  DATETIME(6) NOT NULL COMMENT 'UTC',
  decision    VARCHAR(12) ${ascii} NOT NULL COMMENT 'OPEN, APPROVED, REJECTED',
  decided_by  VARCHAR(64) ${ascii} NOT NULL COMMENT 'empty while open',
  decided_at  DATETIME(6) NULL COMMENT 'UTC',
  remark      VARCHAR(500) NOT NULL COMMENT 'of whoever decided',
  version     BIGINT NOT NULL,
  PRIMARY KEY (id)
);
CREATE INDEX application_approval_open ON application_approval (decision, expires_at);

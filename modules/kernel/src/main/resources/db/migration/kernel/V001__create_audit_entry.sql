CREATE TABLE kernel_audit_entry (
  id          CHAR(36) ${ascii} NOT NULL,
  occurred_at DATETIME(6) NOT NULL COMMENT 'UTC',
  actor       VARCHAR(64) NOT NULL,
  office      VARCHAR(10) NOT NULL COMMENT 'empty for the operator and the system',
  action      VARCHAR(40) NOT NULL,
  subject     VARCHAR(64) NOT NULL,
  PRIMARY KEY (id)
);

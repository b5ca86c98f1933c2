CREATE TABLE application_issue_password (
  office        CHAR(10) ${ascii} NOT NULL,
  password_hash VARCHAR(200) NOT NULL COMMENT 'Argon2id, encoded',
  set_at        DATETIME(6) NOT NULL COMMENT 'UTC',
  version       BIGINT NOT NULL,
  PRIMARY KEY (office)
);

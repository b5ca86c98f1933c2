CREATE TABLE application_password_reset (
  id         CHAR(36) ${ascii} NOT NULL,
  user_id    CHAR(14) ${ascii} NOT NULL COMMENT 'as asked for, whether there is such an account or not',
  asked_at   DATETIME(6) NOT NULL COMMENT 'UTC',
  code_hash  CHAR(64) ${ascii} NULL COMMENT 'SHA-256 of the code in the mail; NULL until it was mailed',
  expires_at DATETIME(6) NOT NULL COMMENT 'UTC',
  version    BIGINT NOT NULL,
  PRIMARY KEY (id)
);
CREATE UNIQUE INDEX application_password_reset_code ON application_password_reset (code_hash);
CREATE INDEX application_password_reset_user ON application_password_reset (user_id);
CREATE INDEX application_password_reset_expires ON application_password_reset (expires_at);

CREATE TABLE application_recovery_code (
  id      CHAR(64) ${ascii} NOT NULL COMMENT 'SHA-256 of user ID and code',
  user_id CHAR(14) ${ascii} NOT NULL,
  used_at DATETIME(6) NULL COMMENT 'UTC',
  version BIGINT NOT NULL,
  PRIMARY KEY (id)
);
CREATE INDEX application_recovery_code_user ON application_recovery_code (user_id);

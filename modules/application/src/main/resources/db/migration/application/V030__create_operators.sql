CREATE TABLE application_operator (
  id           VARCHAR(64) ${ascii} NOT NULL,
  password_hash VARCHAR(200) NOT NULL COMMENT 'Argon2id, encoded; empty until it is set up',
  totp_key     VARBINARY(400) NOT NULL COMMENT 'sealed by the vault',
  totp_step    BIGINT NOT NULL COMMENT 'half-minute of the last code that was taken: none is taken twice',
  roles        VARCHAR(100) ${ascii} NOT NULL COMMENT 'parted by blanks',
  prefectures  VARCHAR(200) ${ascii} NOT NULL COMMENT 'two digits each, parted by blanks; empty: the whole country',
  enabled      BOOLEAN NOT NULL,
  set_up_hash  VARCHAR(64) ${ascii} NOT NULL COMMENT 'SHA-256 of the one-time way to set up; else empty',
  set_up_until DATETIME(6) NOT NULL COMMENT 'UTC',
  added_at     DATETIME(6) NOT NULL COMMENT 'UTC',
  version      BIGINT NOT NULL,
  PRIMARY KEY (id)
);
CREATE INDEX application_operator_set_up ON application_operator (set_up_hash);

CREATE TABLE application_operator_session (
  id         CHAR(64) ${ascii} NOT NULL COMMENT 'SHA-256 of the token',
  operator   VARCHAR(64) ${ascii} NOT NULL,
  begun_at   DATETIME(6) NOT NULL COMMENT 'UTC',
  idle_until DATETIME(6) NOT NULL COMMENT 'UTC',
  ends_at    DATETIME(6) NOT NULL COMMENT 'UTC',
  version    BIGINT NOT NULL,
  PRIMARY KEY (id)
);
CREATE INDEX application_operator_session_operator ON application_operator_session (operator);
CREATE INDEX application_operator_session_ends ON application_operator_session (ends_at);

CREATE TABLE application_operator_recovery (
  code_hash CHAR(64) ${ascii} NOT NULL COMMENT 'SHA-256; gone once it was used',
  operator  VARCHAR(64) ${ascii} NOT NULL,
  PRIMARY KEY (code_hash)
);
CREATE INDEX application_operator_recovery_operator ON application_operator_recovery (operator);

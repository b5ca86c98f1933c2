CREATE TABLE application_office (
  number        CHAR(10) ${ascii} NOT NULL,
  name          VARCHAR(200) NOT NULL,
  service_kinds VARCHAR(200) NOT NULL COMMENT 'two-letter codes, parted by blanks',
  status        VARCHAR(12) NOT NULL COMMENT 'ACTIVE, SUSPENDED, CLOSED',
  version       BIGINT NOT NULL,
  PRIMARY KEY (number)
);

CREATE TABLE application_account (
  user_id             CHAR(14) ${ascii} NOT NULL,
  password_hash       VARCHAR(200) NOT NULL COMMENT 'Argon2id, encoded',
  temporary           BOOLEAN NOT NULL,
  public_failures     INT NOT NULL,
  public_locked_until DATETIME(6) NULL COMMENT 'UTC',
  version             BIGINT NOT NULL,
  PRIMARY KEY (user_id)
);

CREATE TABLE application_terminal (
  id            CHAR(36) ${ascii} NOT NULL,
  office        CHAR(10) ${ascii} NOT NULL,
  name          VARCHAR(100) NOT NULL,
  registered_at DATETIME(6) NOT NULL COMMENT 'UTC',
  version       BIGINT NOT NULL,
  PRIMARY KEY (id)
);
CREATE INDEX application_terminal_office ON application_terminal (office);

CREATE TABLE application_certificate (
  thumbprint  CHAR(64) ${ascii} NOT NULL COMMENT 'SHA-256 of the DER',
  terminal_id CHAR(36) ${ascii} NOT NULL,
  office      CHAR(10) ${ascii} NOT NULL,
  not_after   DATETIME(6) NOT NULL COMMENT 'UTC',
  revoked_at  DATETIME(6) NULL COMMENT 'UTC',
  version     BIGINT NOT NULL,
  PRIMARY KEY (thumbprint)
);

CREATE TABLE application_session (
  id           CHAR(64) ${ascii} NOT NULL COMMENT 'SHA-256 of the token',
  user_id      CHAR(14) ${ascii} NOT NULL,
  office       CHAR(10) ${ascii} NOT NULL,
  terminal_id  VARCHAR(36) ${ascii} NOT NULL COMMENT 'empty without certificate',
  thumbprint   VARCHAR(64) ${ascii} NOT NULL COMMENT 'certificate a connector session is bound to; else empty',
  door         VARCHAR(12) ${ascii} NOT NULL,
  parent_id    VARCHAR(64) ${ascii} NOT NULL COMMENT 'connector session a browser session came from; else empty',
  idle_until   DATETIME(6) NOT NULL COMMENT 'UTC',
  ends_at      DATETIME(6) NOT NULL COMMENT 'UTC',
  version      BIGINT NOT NULL,
  PRIMARY KEY (id)
);
CREATE INDEX application_session_parent ON application_session (parent_id);
CREATE INDEX application_session_ends ON application_session (ends_at);

CREATE TABLE application_hand_off (
  id         CHAR(64) ${ascii} NOT NULL COMMENT 'SHA-256 of the code',
  session_id CHAR(64) ${ascii} NOT NULL,
  expires_at DATETIME(6) NOT NULL COMMENT 'UTC',
  used       BOOLEAN NOT NULL,
  version    BIGINT NOT NULL,
  PRIMARY KEY (id)
);
CREATE INDEX application_hand_off_expires ON application_hand_off (expires_at);

CREATE TABLE application_sign_in_failure (
  id            CHAR(64) ${ascii} NOT NULL COMMENT 'SHA-256 of source and user ID',
  failures      INT NOT NULL,
  next_try_at   DATETIME(6) NOT NULL COMMENT 'UTC',
  version       BIGINT NOT NULL,
  PRIMARY KEY (id)
);

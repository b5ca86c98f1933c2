CREATE TABLE application_passkey (
  id              CHAR(64) ${ascii} NOT NULL COMMENT 'SHA-256 of the credential ID',
  user_id         VARCHAR(20) ${ascii} NOT NULL,
  name            VARCHAR(40) NOT NULL COMMENT 'as its owner calls it',
  terminal_id     VARCHAR(36) ${ascii} NOT NULL COMMENT 'terminal whose session registered it',
  credential      VARBINARY(4000) NOT NULL COMMENT 'attested credential data of WebAuthn: ID and public key',
  sign_count      BIGINT NOT NULL COMMENT 'counter of the last signature; 0 where the device has none',
  backup_eligible BOOLEAN NOT NULL,
  backed_up       BOOLEAN NOT NULL,
  registered_at   DATETIME(6) NOT NULL COMMENT 'UTC',
  last_used_at    DATETIME(6) NULL COMMENT 'UTC',
  version         BIGINT NOT NULL,
  PRIMARY KEY (id)
);
CREATE INDEX application_passkey_user ON application_passkey (user_id);

CREATE TABLE application_passkey_challenge (
  id         CHAR(64) ${ascii} NOT NULL COMMENT 'SHA-256 of the challenge; gone once it was used',
  session_id VARCHAR(64) ${ascii} NOT NULL COMMENT 'session that registers; empty for a sign-in',
  expires_at DATETIME(6) NOT NULL COMMENT 'UTC',
  PRIMARY KEY (id)
);
CREATE INDEX application_passkey_challenge_expires ON application_passkey_challenge (expires_at);

ALTER TABLE application_session ADD COLUMN passkey_id VARCHAR(64) ${ascii} DEFAULT '' NOT NULL COMMENT 'passkey it came in with; else empty';
ALTER TABLE application_office ADD COLUMN passkeys_forbidden BOOLEAN DEFAULT FALSE NOT NULL;

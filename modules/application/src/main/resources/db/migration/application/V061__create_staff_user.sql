CREATE TABLE application_staff_user (
  user_id         VARCHAR(20) ${ascii} NOT NULL,
  account         CHAR(14) ${ascii} NOT NULL COMMENT 'KJ ID of the office',
  staff_number    INT NOT NULL COMMENT 'from 1; never given again',
  name            VARCHAR(60) NOT NULL,
  mail            VARCHAR(254) NOT NULL COMMENT 'empty: none; then invited on paper',
  role            VARCHAR(16) ${ascii} NOT NULL COMMENT 'ADMINISTRATOR, USER',
  service_kinds   VARCHAR(200) NOT NULL COMMENT 'two-letter codes, parted by blanks; empty: all of the office',
  invite_hash     VARCHAR(64) ${ascii} NOT NULL COMMENT 'SHA-256 of the one-time code; else empty',
  invite_until    DATETIME(6) NOT NULL COMMENT 'UTC',
  joined_at       DATETIME(6) NULL COMMENT 'UTC; NULL until a password was chosen',
  last_sign_in_at DATETIME(6) NULL COMMENT 'UTC',
  removed_at      DATETIME(6) NULL COMMENT 'UTC',
  version         BIGINT NOT NULL,
  PRIMARY KEY (user_id)
);
CREATE UNIQUE INDEX application_staff_user_number ON application_staff_user (account, staff_number);
CREATE INDEX application_staff_user_invite ON application_staff_user (invite_hash);

ALTER TABLE application_account ADD COLUMN resting_at DATETIME(6) NULL COMMENT 'UTC; since when the office uses its staff IDs instead';

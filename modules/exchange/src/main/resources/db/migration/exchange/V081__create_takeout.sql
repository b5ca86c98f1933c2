CREATE TABLE exchange_takeout (
  id              CHAR(36) ${ascii} NOT NULL,
  office          CHAR(10) ${ascii} NOT NULL,
  ordered_by      VARCHAR(64) NOT NULL,
  ordered_at      DATETIME(6) NOT NULL COMMENT 'UTC; what was sent later is not in it',
  status          VARCHAR(10) ${ascii} NOT NULL COMMENT 'RUNNING, READY, GONE',
  phase           VARCHAR(8) ${ascii} NOT NULL COMMENT 'SENT, then RECEIVED',
  position_at     DATETIME(6) NOT NULL COMMENT 'UTC; of the last one sent that is in it',
  position_id     CHAR(36) ${ascii} NOT NULL,
  position_number BIGINT NOT NULL COMMENT 'inbox number of the last one received that is in it',
  done            BIGINT NOT NULL,
  wanted          BIGINT NOT NULL,
  parts           INT NOT NULL,
  byte_count      BIGINT NOT NULL COMMENT 'of all files',
  leased_until    DATETIME(6) NOT NULL COMMENT 'UTC; a node works on it',
  ready_at        DATETIME(6) NULL COMMENT 'UTC',
  ends_on         DATE NULL COMMENT 'the day on which it is deleted',
  version         BIGINT NOT NULL,
  PRIMARY KEY (id)
);
CREATE INDEX exchange_takeout_office ON exchange_takeout (office, ordered_at);
CREATE INDEX exchange_takeout_status ON exchange_takeout (status, ordered_at);

CREATE TABLE exchange_takeout_part (
  takeout_id  CHAR(36) ${ascii} NOT NULL,
  part_number INT NOT NULL,
  listing     LONGBLOB NOT NULL COMMENT 'rows of the index, sealed',
  body        LONGBLOB NOT NULL COMMENT 'files as ZIP, sealed',
  PRIMARY KEY (takeout_id, part_number)
);

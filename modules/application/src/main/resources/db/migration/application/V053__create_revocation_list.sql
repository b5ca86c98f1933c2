CREATE TABLE application_revocation_list (
  id          CHAR(64) ${ascii} NOT NULL COMMENT 'SHA-256 of its address',
  content     LONGBLOB NOT NULL COMMENT 'DER',
  this_update DATETIME(6) NOT NULL COMMENT 'UTC',
  next_update DATETIME(6) NOT NULL COMMENT 'UTC',
  fetched_at  DATETIME(6) NOT NULL COMMENT 'UTC, the last time it could be fetched',
  version     BIGINT NOT NULL,
  PRIMARY KEY (id)
);

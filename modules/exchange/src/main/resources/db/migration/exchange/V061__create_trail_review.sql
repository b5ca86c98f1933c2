CREATE TABLE exchange_trail_review (
  office       CHAR(10) ${ascii} NOT NULL,
  looked_at    CHAR(6) ${ascii} NOT NULL COMMENT 'month of the trail, yyyymm',
  confirmed_by VARCHAR(64) NOT NULL COMMENT 'user ID',
  confirmed_at DATETIME(6) NOT NULL COMMENT 'UTC',
  entries      BIGINT NOT NULL COMMENT 'entries that were shown',
  PRIMARY KEY (office, looked_at)
);

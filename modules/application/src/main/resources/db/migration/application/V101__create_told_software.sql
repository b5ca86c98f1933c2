-- 介護ソフト that an office tells its partners of, by itself.
CREATE TABLE application_told_software (
  office  CHAR(10) ${ascii} NOT NULL,
  name    VARCHAR(100) NOT NULL,
  edition VARCHAR(40) NOT NULL COMMENT 'as people say it; empty: not told',
  told_at DATETIME(6) NOT NULL COMMENT 'UTC',
  version BIGINT NOT NULL,
  PRIMARY KEY (office)
);

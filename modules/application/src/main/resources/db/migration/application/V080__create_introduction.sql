-- はじめての手順: what an office ticked by hand, or what a self-diagnosis found.
CREATE TABLE application_introduction (
  office     CHAR(10) ${ascii} NOT NULL,
  step       VARCHAR(20) ${ascii} NOT NULL,
  ticked     BOOLEAN NOT NULL,
  changed_at DATETIME(6) NOT NULL COMMENT 'UTC',
  source     VARCHAR(20) ${ascii} NOT NULL COMMENT 'HAND, BROWSER or LAUNCHER',
  failed     VARCHAR(200) ${ascii} NOT NULL COMMENT 'checks that failed, parted by blanks',
  version    BIGINT NOT NULL,
  PRIMARY KEY (office, step)
);

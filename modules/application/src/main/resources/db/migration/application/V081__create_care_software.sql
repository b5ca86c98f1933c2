-- 介護ソフト: what is known of vendor tests; filled by the operators, empty at first.
CREATE TABLE application_care_software (
  id          CHAR(36) ${ascii} NOT NULL,
  name        VARCHAR(100) NOT NULL,
  maker       VARCHAR(100) NOT NULL,
  csv_version VARCHAR(20) NOT NULL COMMENT 'edition of the standard, as people say it',
  tested      VARCHAR(200) NOT NULL COMMENT 'kinds of files that were tested',
  version     BIGINT NOT NULL,
  PRIMARY KEY (id)
);

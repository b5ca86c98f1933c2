CREATE TABLE kernel_setting (
  setting_key VARCHAR(80) ${ascii} NOT NULL,
  content     MEDIUMTEXT NOT NULL COMMENT 'what operators decided last; no row: the default',
  version     BIGINT NOT NULL,
  PRIMARY KEY (setting_key)
);

CREATE TABLE kernel_setting_change (
  id          CHAR(36) ${ascii} NOT NULL,
  setting_key VARCHAR(80) ${ascii} NOT NULL,
  before_text MEDIUMTEXT NOT NULL,
  after_text  MEDIUMTEXT NOT NULL,
  changed_by  VARCHAR(64) NOT NULL,
  changed_at  DATETIME(6) NOT NULL COMMENT 'UTC',
  reason      VARCHAR(500) NOT NULL,
  PRIMARY KEY (id)
);
CREATE INDEX kernel_setting_change_key ON kernel_setting_change (setting_key, id);

CREATE TABLE kernel_setting_revision (
  id      INT NOT NULL,
  counted BIGINT NOT NULL COMMENT 'grows with each change, so that other nodes see it',
  PRIMARY KEY (id)
);

INSERT INTO kernel_setting_revision VALUES (1, 0);

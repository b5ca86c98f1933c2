CREATE TABLE support_download (
  package_file VARCHAR(80) ${ascii} NOT NULL COMMENT 'name of a launcher package',
  counted      BIGINT NOT NULL COMMENT 'downloads that were begun',
  PRIMARY KEY (package_file)
);

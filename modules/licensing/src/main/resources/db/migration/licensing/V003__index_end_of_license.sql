CREATE INDEX licensing_license_until ON licensing_license (valid_until);

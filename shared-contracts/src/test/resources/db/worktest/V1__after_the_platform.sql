-- A service's own migration, which can rely on the platform's.
create view waiting as select id from platform.work where state = 'waiting';

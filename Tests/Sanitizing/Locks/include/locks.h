// Nothing is called by name; see locks.c.

/** Requests of the team run as this role: it owns nothing and cannot pass row-level security. */
export const APP_ROLE = "milepost_app";

/** What people of a client read is read as this role: it sees the views of the schema `portal` and nothing else. */
export const PORTAL_ROLE = "milepost_portal";

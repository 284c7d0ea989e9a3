package org.coreograph.trace;

/** What a record of a log is about; the ordinal is what is packed. */
enum RecordType {
    ARRIVED,
    RAN,
    SWITCHED,
    FACTS,
    OFF,
    BLOCKED,
    STUCK,
    DID,
    ENDED
}

package io.xuemeng.lrs.store;

import java.util.List;

/**
 * What an operation deleted.
 *
 * @param statements how many statements
 * @param documents how many documents
 * @param attachments the data of how many attachments
 * @param sharedAttachments the hashes of attachments that deleted statements had, and whose data was kept because other
 *     statements have them too; whoever finds the person in one of them calls {@link DeletionStore#deleteAttachment}
 */
public record DeletionReport(long statements, long documents, long attachments, List<String> sharedAttachments) {

    /** Copies the list. */
    public DeletionReport {
        sharedAttachments = List.copyOf(sharedAttachments);
    }
}

package io.xuemeng.lrs.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Deletion and retention: what the Personal Information Protection Law (个人信息保护法, art. 47) asks of whoever keeps records.
 * What a method here has deleted no query, index, document or attachment returns any more; its bytes are gone from the store's
 * files after {@link #compact()}. Each operation leaves a {@link DeletionRecord}, also when it found nothing. Every method throws
 * {@link StoreException} when the environment fails; it can be repeated then. What it had deleted until then is written down, and
 * the repetition leaves a record of its own.
 *
 * <p>A statement that refers to a deleted one stays and holds nothing of it but its id. What was voided stays voided when the
 * statement that voided it is deleted: the erasure of a teacher does not make mistakes valid again that the teacher took back.
 * What a deleted statement was the first to say of an activity is unknown until a statement says it again.
 */
public interface DeletionStore {

    /**
     * The same operations, whose records say why.
     *
     * @param reason who asked for it and by what right, say; it outlasts what is deleted, so it should name nobody whose data that
     *     is
     * @throws IllegalArgumentException when it is blank, longer than 1,000 characters, or has control characters such as line breaks
     */
    DeletionStore because(String reason);

    /** Deletes a statement, voided or not. */
    DeletionReport deleteStatement(UUID id);

    /**
     * Erases a person: every statement in which the agent stands anywhere, as actor, object, member of a group, instructor, team,
     * context agent or group, authority, or in a sub-statement; the agent's profiles; the agent's states. A statement about
     * several persons goes as a whole, because statements are not changed.
     *
     * @param agents the keys of everything that identifies the person, see {@link RecordKey#agent}; for an e-mail address also
     *     that of its SHA-1
     */
    DeletionReport deleteAgent(Collection<UUID> agents);

    /** Deletes every statement stored before a time, and every document that was last changed before it. */
    DeletionReport deleteBefore(Instant time);

    /**
     * Deletes the data of an attachment, whichever statements have it; they keep its description.
     *
     * @param sha2 its hash in lower-case hexadecimal digits
     */
    DeletionReport deleteAttachment(String sha2);

    /**
     * What was deleted.
     *
     * @param since only operations at this time or later
     * @param limit how many records at most
     * @return the oldest first
     */
    List<DeletionRecord> audit(Instant since, int limit);

    /**
     * The keyed hash under which the audit keeps an agent, a statement or an attachment: an agent's key as given to {@link
     * #deleteAgent}, a statement's id as given to {@link #deleteStatement}.
     */
    String auditSubject(UUID subject);

    /**
     * Rewrites the store's files, so that they hold nothing any more of what was deleted. It may take long, and nothing else can
     * use the store meanwhile; what more is to be done for a kind of database stands in the implementation's description.
     */
    void compact();
}

package io.xuemeng.lrs.statement.validation;

import io.xuemeng.core.json.JsonReader;
import io.xuemeng.core.json.MemberSet;
import io.xuemeng.core.json.UnreadableJsonException;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.lrs.statement.Account;
import io.xuemeng.lrs.statement.Actor;
import io.xuemeng.lrs.statement.Agent;
import io.xuemeng.lrs.statement.Group;
import io.xuemeng.lrs.statement.InverseFunctionalIdentifier;
import io.xuemeng.lrs.statement.Mbox;
import io.xuemeng.lrs.statement.MboxSha1sum;
import io.xuemeng.lrs.statement.OpenId;
import io.xuemeng.lrs.statement.form.Identifiers;
import io.xuemeng.lrs.statement.requirement.StatementRequirement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads agents and groups. */
final class ActorPart {

    static final List<String> AGENT_PROPERTIES =
            List.of("objectType", "name", "mbox", "mbox_sha1sum", "openid", "account");
    static final List<String> GROUP_PROPERTIES =
            List.of("objectType", "name", "mbox", "mbox_sha1sum", "openid", "account", "member");
    private static final List<String> ACCOUNT_PROPERTIES = List.of("homePage", "name");
    private static final List<String> TYPES = List.of("Agent", "Group");
    private static final List<String> IDENTIFIERS = List.of("mbox", "mbox_sha1sum", "openid", "account");

    private final Cursor cursor;
    private final IndexBuilder index;

    ActorPart(Cursor cursor, IndexBuilder index) {
        this.cursor = cursor;
        this.index = index;
    }

    /** The agent or group that is the value; null when it is wrong, and when records are not made. */
    @Nullable
    Actor actor(String property, AgentRole role) throws UnreadableJsonException {
        if (!cursor.object(property)) {
            return null;
        }
        int offset = cursor.json.offset();
        ActorDraft draft = members(new ActorDraft());
        return finished(draft, role, offset);
    }

    /** The agent that is the value, where no group may stand. */
    @Nullable
    Agent contextAgent() throws UnreadableJsonException {
        if (!cursor.object("agent")) {
            return null;
        }
        int offset = cursor.json.offset();
        ActorDraft draft = members(new ActorDraft());
        if (draft.type == ActorDraft.Type.GROUP) {
            cursor.missing(StatementRequirement.CONTEXT_AGENT_AGENT, offset);
            return null;
        }
        return finished(draft, AgentRole.CONTEXT_AGENT, offset) instanceof Agent agent ? agent : null;
    }

    /** The group that is the value, where no agent may stand. */
    @Nullable
    Group group(String property, AgentRole role, StatementRequirement notGroup) throws UnreadableJsonException {
        if (!cursor.object(property)) {
            return null;
        }
        int offset = cursor.json.offset();
        ActorDraft draft = members(new ActorDraft());
        if (draft.type == ActorDraft.Type.AGENT || draft.type == ActorDraft.Type.ABSENT) {
            cursor.missing(notGroup, offset);
            return null;
        }
        return finished(draft, role, offset) instanceof Group group ? group : null;
    }

    /** The authority that is the value. */
    @Nullable
    Actor authority() throws UnreadableJsonException {
        if (!cursor.object("authority")) {
            return null;
        }
        int offset = cursor.json.offset();
        ActorDraft draft = members(new ActorDraft());
        index.authority(offset, cursor.json.offset() + 1);
        Actor actor = finished(draft, AgentRole.AUTHORITY, offset);
        if (draft.type == ActorDraft.Type.GROUP && (draft.identifiers != 0 || draft.memberCount != 2)) {
            // A group without identifier and members was reported already.
            if (draft.identifiers != 0 || draft.memberCount > 0) {
                cursor.missing(StatementRequirement.AUTHORITY_GROUP, offset);
            }
            return null;
        }
        return actor;
    }

    private ActorDraft members(ActorDraft draft) throws UnreadableJsonException {
        for (int member = cursor.next(); member != MemberSet.END; member = cursor.next()) {
            if (member == Members.OBJECT_TYPE) {
                type(draft);
            } else if (!member(draft, member)) {
                cursor.unknown(GROUP_PROPERTIES);
            }
        }
        return draft;
    }

    private void type(ActorDraft draft) throws UnreadableJsonException {
        draft.type = ActorDraft.Type.WRONG;
        CharSequence view = cursor.view("objectType");
        if (view == null) {
            return;
        }
        if ("Agent".contentEquals(view)) {
            draft.type = ActorDraft.Type.AGENT;
        } else if ("Group".contentEquals(view)) {
            draft.type = ActorDraft.Type.GROUP;
        } else {
            cursor.report(Finding.of(StatementRequirement.ACTOR_TYPE)
                    .with("value", view.toString())
                    .with("allowed", TYPES)
                    .at(cursor.json.location()));
        }
    }

    /** Reads a member that agents or groups have, on whose value the reader stands; false when they have no such. */
    boolean member(ActorDraft draft, int member) throws UnreadableJsonException {
        switch (member) {
            case Members.NAME -> draft.name = cursor.text("name");
            case Members.MBOX -> {
                draft.identifiers |= 1;
                draft.identifier = mbox();
            }
            case Members.MBOX_SHA1SUM -> {
                draft.identifiers |= 2;
                draft.identifier = sha1();
            }
            case Members.OPENID -> {
                draft.identifiers |= 4;
                draft.identifier = openId();
            }
            case Members.ACCOUNT -> {
                draft.identifiers |= 8;
                draft.identifier = account();
            }
            case Members.MEMBER -> {
                draft.memberOffset = cursor.json.offset();
                group(draft);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private @Nullable InverseFunctionalIdentifier mbox() throws UnreadableJsonException {
        CharSequence view = cursor.view("mbox");
        if (view != null && !Identifiers.isMailto(view)) {
            cursor.report(StatementRequirement.MBOX_FORM, view);
            return null;
        }
        return view == null ? null : new Mbox(view.toString());
    }

    private @Nullable InverseFunctionalIdentifier sha1() throws UnreadableJsonException {
        CharSequence view = cursor.view("mbox_sha1sum");
        if (view != null && !Identifiers.isSha1(view)) {
            cursor.report(StatementRequirement.SHA1_FORM, view);
            return null;
        }
        return view == null ? null : new MboxSha1sum(view.toString());
    }

    private @Nullable InverseFunctionalIdentifier openId() throws UnreadableJsonException {
        CharSequence view = cursor.view("openid");
        if (view != null && !Identifiers.isUri(view)) {
            cursor.report(StatementRequirement.OPENID_FORM, view);
            return null;
        }
        return view == null ? null : new OpenId(view.toString());
    }

    private @Nullable InverseFunctionalIdentifier account() throws UnreadableJsonException {
        if (!cursor.object("account")) {
            return null;
        }
        JsonReader json = cursor.json;
        int offset = json.offset();
        String homePage = null;
        String accountName = null;
        boolean hasHomePage = false;
        boolean hasName = false;
        for (int member = cursor.next(); member != MemberSet.END; member = cursor.next()) {
            switch (member) {
                case Members.HOME_PAGE -> {
                    hasHomePage = true;
                    homePage = cursor.irl("homePage", StatementRequirement.HOME_PAGE_FORM, true);
                }
                case Members.NAME -> {
                    hasName = true;
                    CharSequence view = cursor.view("name");
                    accountName = view == null ? null : view.toString();
                }
                default -> cursor.unknown(ACCOUNT_PROPERTIES);
            }
        }
        if (!hasHomePage) {
            cursor.missing(StatementRequirement.HOME_PAGE_MISSING, offset);
        }
        if (!hasName) {
            cursor.missing(StatementRequirement.ACCOUNT_NAME_MISSING, offset);
        }
        return homePage == null || accountName == null ? null : new Account(homePage, accountName);
    }

    /** The members of a group, that is the value. */
    private void group(ActorDraft draft) throws UnreadableJsonException {
        if (!cursor.array("member")) {
            return;
        }
        draft.memberCount = 0;
        draft.members = cursor.binding ? new ArrayList<>() : null;
        while (cursor.json.nextElement()) {
            draft.memberCount++;
            if (cursor.object("member")) {
                int offset = cursor.json.offset();
                ActorDraft member = members(new ActorDraft());
                if (member.type == ActorDraft.Type.GROUP) {
                    cursor.missing(StatementRequirement.GROUP_IN_GROUP, offset);
                } else {
                    add(draft, member, offset);
                }
            }
        }
    }

    private void add(ActorDraft group, ActorDraft member, int offset) {
        check(member, offset);
        InverseFunctionalIdentifier identifier = member.identifier;
        if (identifier == null) {
            return;
        }
        if (group.members != null) {
            group.members.add(new Agent(member.type == ActorDraft.Type.AGENT, member.name, identifier));
        } else if (index.isOn()) {
            if (group.memberIdentifiers == null) {
                group.memberIdentifiers = new ArrayList<>(4);
            }
            group.memberIdentifiers.add(identifier);
        }
    }

    /** Checks an actor that has just ended, indexes it, and makes the record when records are made. */
    @Nullable
    Actor finished(ActorDraft draft, AgentRole role, int offset) {
        check(draft, offset);
        InverseFunctionalIdentifier identifier = draft.identifier;
        if (index.isOn()) {
            index.agent(identifier, draft.memberIdentifiers, role);
        }
        if (!cursor.binding) {
            return null;
        }
        if (draft.type == ActorDraft.Type.GROUP) {
            return new Group(draft.name, identifier, draft.members);
        }
        return identifier == null ? null : new Agent(draft.type == ActorDraft.Type.AGENT, draft.name, identifier);
    }

    private void check(ActorDraft draft, int offset) {
        if (Integer.bitCount(draft.identifiers) > 1) {
            List<String> found = new ArrayList<>();
            for (int i = 0; i < IDENTIFIERS.size(); i++) {
                if ((draft.identifiers & 1 << i) != 0) {
                    found.add(IDENTIFIERS.get(i));
                }
            }
            cursor.report(Finding.of(StatementRequirement.IDENTIFIER_TWICE)
                    .with("found", found)
                    .at(cursor.place(offset)));
        }
        switch (draft.type) {
            case GROUP -> {
                if (draft.identifiers == 0 && (draft.memberOffset == 0 || draft.memberCount == 0)) {
                    cursor.missing(StatementRequirement.MEMBERS_MISSING, offset);
                }
            }
            case AGENT, ABSENT -> {
                if (draft.memberOffset != 0) {
                    cursor.unknown("member", AGENT_PROPERTIES, cursor.place(draft.memberOffset, "member"));
                }
                if (draft.identifiers == 0) {
                    cursor.missing(StatementRequirement.IDENTIFIER_MISSING, offset);
                }
            }
            case WRONG -> {
                // What it must have depends on what it is.
            }
        }
    }
}

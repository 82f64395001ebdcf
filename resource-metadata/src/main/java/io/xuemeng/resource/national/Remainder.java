package io.xuemeng.resource.national;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a document of the national platform holds beyond the record that was read from it: properties the model has no place
 * for, values that are written in another way than the exporter would, and names of properties that the exporter would write
 * but the document does not have. Document = what the exporter writes + remainder.
 *
 * @param properties the properties that differ
 * @param absent names of properties that the document lacks
 */
record Remainder(Node properties, List<String> absent) {

    private static final String PROPERTIES = "properties";
    private static final String ABSENT = "absent";

    /** Properties that say one thing together: when the record says another, none of them may stay as it was. */
    private static final List<Set<String>> GROUPS = List.of(
            Set.of(PlatformProperty.ID),
            Set.of(PlatformProperty.LANGUAGE),
            Set.of(PlatformProperty.TITLE, PlatformProperty.GLOBAL_TITLE),
            Set.of(PlatformProperty.DESCRIPTION, PlatformProperty.GLOBAL_DESCRIPTION),
            Set.of(PlatformProperty.GLOBAL_KEYWORDS),
            Set.of(PlatformProperty.STATUS),
            Set.of(PlatformProperty.TYPE, PlatformProperty.TYPE_NAME),
            Set.of(PlatformProperty.CREATE_TIME),
            Set.of(PlatformProperty.UPDATE_TIME),
            Set.of(PlatformProperty.ONLINE_TIME),
            Set.of(PlatformProperty.PROVIDERS),
            Set.of(PlatformProperty.TAGS),
            Set.of(PlatformProperty.CUSTOM));

    /** What a document holds beyond what the exporter writes for its record. */
    static Remainder of(Node document, Node written) {
        Node properties = Node.object();
        List<String> absent = new ArrayList<>();
        for (Map.Entry<String, Node> member : document.members().entrySet()) {
            Node own = written.get(member.getKey());
            Node value = member.getValue();
            if (member.getKey().equals(PlatformProperty.CUSTOM) && own != null) {
                value = withoutEqual(value, own);
                if (value.members().isEmpty()) {
                    continue;
                }
            } else if (value.equals(own)) {
                continue;
            }
            properties.set(member.getKey(), value);
        }
        for (String name : written.members().keySet()) {
            if (document.get(name) == null) {
                absent.add(name);
            }
        }
        return new Remainder(properties, List.copyOf(absent));
    }

    private static Node withoutEqual(Node value, Node own) {
        Node rest = Node.object();
        value.members().forEach((name, member) -> {
            if (!member.equals(own.get(name))) {
                rest.set(name, member);
            }
        });
        return rest;
    }

    /** Whether the exporter writes the document without help. */
    boolean isEmpty() {
        return properties.members().isEmpty() && absent.isEmpty();
    }

    /** The remainder as the content of an extension. */
    Node toNode() {
        Node names = Node.array();
        absent.forEach(name -> names.add(Node.string(name)));
        return Node.object().set(PROPERTIES, properties).set(ABSENT, names);
    }

    /** The remainder that an extension holds; empty when its content is none. */
    static Remainder fromNode(Node content) {
        Node properties = content.get(PROPERTIES);
        Node absent = content.get(ABSENT);
        return new Remainder(
                properties != null && properties.is(Node.Kind.OBJECT) ? properties : Node.object(),
                absent == null
                        ? List.of()
                        : absent.items().stream()
                                .filter(item -> item.is(Node.Kind.STRING))
                                .map(Node::text)
                                .toList());
    }

    /**
     * The document: what the exporter wrote, with the remainder. Where the record was changed after it was read, so that the
     * remainder contradicts it, the record counts.
     */
    Node applyTo(Node written) {
        Node document = merge(written);
        for (Set<String> group : GROUPS) {
            if (!meaning(document, group).equals(meaning(written, group))) {
                restore(document, written, group);
            }
        }
        return document;
    }

    private Node merge(Node written) {
        Node document = Node.object();
        document.members().putAll(written.members());
        properties.members().forEach((name, value) -> {
            Node own = written.get(name);
            if (name.equals(PlatformProperty.CUSTOM) && own != null && value.is(Node.Kind.OBJECT)) {
                Node both = Node.object();
                both.members().putAll(own.members());
                both.members().putAll(value.members());
                document.set(name, both);
            } else {
                document.set(name, value);
            }
        });
        absent.forEach(document.members()::remove);
        return document;
    }

    /** What the exporter would write for what some properties say. */
    private static Node meaning(Node document, Set<String> group) {
        Node part = Node.object();
        document.members().forEach((name, value) -> {
            if (group.contains(name) || name.equals(PlatformProperty.LANGUAGE)) {
                part.set(name, value);
            }
        });
        return PlatformDocumentWriter.write(new PlatformDocumentReader(null, finding -> {}, "").read(part));
    }

    private static void restore(Node document, Node written, Set<String> group) {
        for (String name : group) {
            Node own = written.get(name);
            Node found = document.get(name);
            if (name.equals(PlatformProperty.TAGS)) {
                document.set(name, mergeTags(found == null ? Node.array() : found, own == null ? Node.array() : own));
            } else if (name.equals(PlatformProperty.CUSTOM) && found != null) {
                Node both = Node.object();
                both.members().putAll(found.members());
                both.members().remove(PlatformProperty.SIZE);
                both.members().remove(PlatformProperty.FORMAT);
                both.members().putAll(own == null ? Map.of() : own.members());
                document.set(name, both);
            } else if (own == null) {
                document.members().remove(name);
            } else {
                document.set(name, own);
            }
        }
    }

    /** The tags of the record, as they were where they still are there, and the tags of dimensions it has no element for. */
    private static Node mergeTags(Node found, Node own) {
        Node tags = Node.array();
        List<Node> left = new ArrayList<>(own.items());
        for (Node tag : found.items()) {
            String dimension = tag.text(PlatformProperty.TAG_DIMENSION);
            if (dimension == null || PlatformDimension.of(dimension) == null || removeNamed(left, tag)) {
                tags.add(tag);
            }
        }
        left.forEach(tags::add);
        return tags;
    }

    private static boolean removeNamed(List<Node> tags, Node wanted) {
        for (Iterator<Node> iterator = tags.iterator(); iterator.hasNext(); ) {
            if (key(iterator.next()).equals(key(wanted))) {
                iterator.remove();
                return true;
            }
        }
        return false;
    }

    private static String key(Node tag) {
        return tag.text(PlatformProperty.TAG_DIMENSION) + '\n' + tag.text(PlatformProperty.TAG_NAME);
    }
}

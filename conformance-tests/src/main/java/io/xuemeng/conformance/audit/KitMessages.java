package io.xuemeng.conformance.audit;

import io.xuemeng.core.requirement.MessageBundle;

/** The texts beside each enum of {@link KitRequirement}s, read once. */
final class KitMessages {

    private static final ClassValue<MessageBundle> READ = new ClassValue<>() {
        @Override
        protected MessageBundle computeValue(Class<?> type) {
            return MessageBundle.load("messages", type::getResourceAsStream);
        }
    };

    private KitMessages() {}

    static MessageBundle beside(Class<?> type) {
        return READ.get(type);
    }
}

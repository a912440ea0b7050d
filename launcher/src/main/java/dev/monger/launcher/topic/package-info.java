/**
 * Reading and preparing the topics: creation from the catalogue, registration of schemas, and a
 * generic reader that decodes any record by the schema id it carries.
 *
 * <p>Entry points: {@link dev.monger.launcher.topic.TopicAccess} and {@link
 * dev.monger.launcher.topic.RegistryClient}. Nothing here writes records.
 */
@NullMarked
package dev.monger.launcher.topic;

import org.jspecify.annotations.NullMarked;

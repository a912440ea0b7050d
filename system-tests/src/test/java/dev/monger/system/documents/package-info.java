/** What the documents say is held against what the program does. */
@NullMarked
package dev.monger.system.documents;

import org.jspecify.annotations.NullMarked;
